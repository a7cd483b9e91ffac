room-checks = checks
