room-imports = imports
