# The route inventory.
routes-title = Routes
routes-what = This server answers to { $count } routes. A route that says not who may take it does not compile.
routes-classes = Data classes: K0 for anyone, K1 for the conference’s members, K2 about a person, K3 about a person who is protected.
routes-list = Every route
routes-none = There is none.
routes-path = Path
routes-method = Method
routes-who = Who may take it
routes-purposes = Purposes
routes-class = Class
routes-rate = A minute
routes-writes = changes something
routes-signed-in = Anyone signed in:
routes-public = Anyone:

# The API.
api-title = API
api-what = What machines may ask of this server, made from the code that answers.
api-how = Every call carries a token in the header “Authorization: Bearer …” and, in “Puebla-Purpose”, the purpose it looks for. You make tokens in your account.
api-document = The same as an OpenAPI document
api-operations = Operations
api-schemas = Forms of data
api-parameters = Parameters
api-body = What is sent
api-answers = Answers
api-required = required
api-one-of = one of
api-all-of = all of
api-list-of = list of
api-map-of = by name,

# What problems mean.
problems-title = Problems
problems-what = What a machine reads as application/problem+json and a person as a page. The codes stay as they are.
problems-list = Every problem
problems-none = There is none.
problems-code = Code
problems-status = Status
problems-meaning = Meaning
problems-all = All problems
problems-as-sent = Machines read it with HTTP status { $status } and the type /problems/{ $code }.
problems-not-found = The address leads to nothing, or to something that you may not know of. The two read the same, so that nobody learns from a refusal what exists.
problems-sign-in = The request comes without a session or a token, or with one that has ended: after fifteen minutes without use, after twelve hours, or because somebody ended it. Sign in again, or make a new token.
problems-purpose-missing = Every look is for a purpose. The session has chosen none that allows this, or the header Puebla-Purpose is absent or names one for which the token was not made.
problems-forged-form = The form does not carry the secret of the session, or a page of another site sent it. Nothing was done. Open the page again and send it from there.
problems-invalid-input = Something that was sent cannot be used. Each fault is named with its field and, in a text or file, its line and column. Nothing was stored.
problems-too-large = More was sent than this address takes. The answer says how much that is. Nothing was stored.
problems-media-type = The body has a media type that this address does not take. Send the one that the API’s description names.
problems-too-often = One person, or one address nobody is signed in at, may ask so many times a minute. The header Retry-After says how many seconds to wait.
problems-stopped = What was done looked like going through a series of numbers. The sentence says whom to call, and the header Retry-After how many seconds to wait.
problems-conflict = What was asked is not possible as things are now, often because somebody else has changed them. Look again, and decide anew.
problems-busy = More work is waiting than the server takes on. Nothing was stored. Try again in a moment.
problems-log-unavailable = Every look is recorded before its answer leaves. While the record cannot be written, nothing is shown. Whoever runs the system must act.
problems-disk-full = There was no room to store what was sent. Nothing of it was stored. Whoever runs the system must act.
problems-fault = The fault is the server’s. It is recorded under the number that the answer gives. Quote it to whoever runs the system.
