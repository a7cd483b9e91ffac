# Why a text could not be read as a zone. Places are counted in the text as it was given.
zone-error-too-long = The text has more than 4096 bytes. No zone is that long.
zone-error-empty = There is nothing to read.
zone-error-not-ascii = Line { $line }, character { $column }: “{ $character }” cannot stand in a zone. Only A to Z, 0 to 9 and < can.
zone-error-space = Line { $line }, character { $column }: a blank stands inside the line. A filler < may have been lost here.
zone-error-character = Line { $line }, character { $column }: “{ $character }” cannot stand in a zone. Only A to Z, 0 to 9 and < can.
zone-error-line-length = Characters in line { $line }: { $found }. A zone has three lines of 30, two lines of 36 or two lines of 44.
zone-error-line-count = Lines of this length: { $found }. A zone has three lines of 30, two lines of 36 or two lines of 44.
zone-error-document-code = Line { $line } begins with “{ $character }”. A zone begins with the letter of the kind of document.

# The fields of a zone.
zone-field-document-code = Document code
zone-field-issuing-state = Issuing State
zone-field-name = Name
zone-field-document-number = Document number
zone-field-nationality = Nationality
zone-field-birth-date = Date of birth
zone-field-sex = Sex
zone-field-expiry-date = Date of expiry
zone-field-personal-number = Personal number
zone-field-optional = Optional data
zone-field-composite = Composite check digit
zone-field-zone = Whole zone

# What structure and cross-checks say of a readable zone. Each stands beside the name of its field.
zone-finding-lower-case = The letters came in small and were read as capitals. The reader’s keyboard setting may need a look.
zone-finding-document-code-not-allowed = This format has no such document code. Compare it with the document.
zone-finding-passport-type-not-listed = The second letter is not in ICAO’s list of passport types. Passports issued before 2028 may have another.
zone-finding-state-unknown = No State or organisation has this code.
zone-finding-state-deprecated = This code was withdrawn; only older documents carry it.
zone-finding-state-not-an-issuer = No authority issues documents under this code.
zone-finding-empty = Nothing stands in this field, and something must.
zone-finding-leading-filler = A filler < stands before the first character; fields begin at the left.
zone-finding-date-not-digits = A letter stands in this date.
zone-finding-date-impossible = No such day exists.
zone-finding-birth-date-partial = The day of birth is not wholly known. The rules allow that.
zone-finding-expiry-date-partial = Part of the date of expiry is missing. Compare it with the document.
zone-finding-sex-not-allowed = Neither F, nor M, nor the filler < for “not specified”.
zone-finding-check-digit-not-digit = Where the check digit must stand there is no digit.
zone-finding-long-number-form = A filler announces a longer number, but the optional data does not hold its end with a check digit and a filler.
zone-finding-name-digit = A digit stands in the name.
zone-finding-name-separators = The names are separated in more than one place, or by more than two fillers.
zone-finding-name-one-part = There is one name part only. Some people have one; or the two fillers between the parts were lost.
zone-finding-name-truncated = The name fills its field to the last letter and may be cut. Take the name from the document.
zone-finding-belgian-identity-card = Read as an older Belgian identity card: its number’s check digit counts the filler, and so counted it agrees.
zone-finding-french-identity-card = Read as a French identity card issued before August 2021: it has fields of its own and no date of expiry.
zone-finding-mexican-sex-letter = On the Mexican voter card H is a man (hombre) and M a woman (mujer).
zone-finding-composite-by-other-rule = Every other check digit agrees, and cards of this State have been seen on which this one follows another rule. Alone it says little.
zone-finding-composite-alone = Every other check digit agrees. The difference lies in the optional data or in this digit.
zone-finding-specimen = UTO is ICAO’s specimen State: this is a specimen, not a document of any State.
zone-finding-expired = The document has expired.
zone-finding-expiry-before-birth = The date of expiry lies before the date of birth.
zone-finding-birth-century-uncertain = The same digits name a day in the coming year; the day a hundred years before was read.
zone-finding-expiry-century-uncertain = Read more than fifty years ahead. It may lie in the last century, or mean “without limit”. Compare it with the document.
