room-status = status
