document-kind-passport = Pasaporte
document-kind-identity-card = Documento de identidad
document-kind-visa = Visa
document-kind-residence-permit = Permiso de residencia
document-kind-travel-document = Documento de viaje (refugiado, apátrida, emergencia)
document-kind-seafarer-document = Documento de gente de mar
document-kind-civil-status = Acta del registro civil
document-kind-driving-licence = Licencia de conducir
