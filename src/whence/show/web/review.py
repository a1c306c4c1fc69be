"""stub"""

ROUTES: tuple = ()
