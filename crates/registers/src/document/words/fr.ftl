document-kind-passport = Passeport
document-kind-identity-card = Carte d’identité
document-kind-visa = Visa
document-kind-residence-permit = Titre de séjour
document-kind-travel-document = Titre de voyage (réfugié, apatride, urgence)
document-kind-seafarer-document = Document de marin
document-kind-civil-status = Acte d’état civil
document-kind-driving-licence = Permis de conduire
