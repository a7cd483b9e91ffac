room-documents = documents
