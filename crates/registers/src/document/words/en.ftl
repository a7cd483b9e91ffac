document-kind-passport = Passport
document-kind-identity-card = Identity card
document-kind-visa = Visa
document-kind-residence-permit = Residence permit
document-kind-travel-document = Travel document (refugee, stateless, emergency)
document-kind-seafarer-document = Seafarer’s document
document-kind-civil-status = Civil-status certificate
document-kind-driving-licence = Driving licence
