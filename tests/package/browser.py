#!/usr/bin/env python3
"""Signs in as a browser would, from a first password on, and makes a token: what the first day's page asks of a person.

Prints the token. Arguments: address, user name, first password.
"""
import base64, hashlib, hmac, html, http.cookiejar, re, struct, sys, time, urllib.parse, urllib.request

address, user_name, first = sys.argv[1:]
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
page = ""


def ask(path, fields=None):
    global page
    data = None
    if fields is not None:
        fields = [("csrf", re.search(r'name="csrf" value="([^"]*)"', page).group(1)), *fields]
        data = urllib.parse.urlencode(fields).encode()
    try:
        with opener.open(address + path, data, timeout=60) as answer:
            page, where = answer.read().decode(), answer.geturl()
    except urllib.error.HTTPError as error:
        sys.exit(f"{path}: {error.code}\n{error.read().decode()}")
    return urllib.parse.urlparse(where).path


def code(secret, after=-1):
    """Answers the step and code of this half minute, or of the first that comes after a step and has some seconds left."""
    step = max(after + 1, int(time.time() + 6) // 30)
    time.sleep(max(0, step * 30 - time.time() + 0.05))
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = mac[-1] & 15
    return step, f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1000000:06d}"


def shown():
    return html.unescape(re.search(r'class="mono secret">([^<]*)<', page).group(1)).replace(" ", "")


ask("/sign-in")
where = ask("/sign-in", [("user_name", user_name), ("password", first)])
assert where == "/sign-in/set-up", where
secret = shown()
step, typed = code(secret)
where = ask("/sign-in/set-up", [("code", typed)])
assert where == "/sign-in/new-password", where
password = "nine herons on the pier"
where = ask("/sign-in/new-password", [("new_password", password), ("new_password_again", password)])
assert not where.startswith("/sign-in"), where
ask("/account/tokens")
# A code serves once.
_, typed = code(secret, step)
fields = [("name", "Nightly"), ("purposes", "operation"), ("days", "365"), ("password", password), ("code", typed)]
ask("/account/tokens", fields)
print(shown())
