"""What people see: command line, dossier, exports."""
