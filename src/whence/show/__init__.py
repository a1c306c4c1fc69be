"""What people see: the command line, the dossier, the exports.  Reads findings, writes nothing into a case."""
