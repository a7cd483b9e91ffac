"""A server in front of the real one that spoils one sort of answer: the faults that the attack must find."""

import http.client
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def fault(method, path, status, headers, body):
    """A call that ends in a fault of the server."""
    if method == "GET" and path.startswith("/api/v1/documents/") and status == 404:
        return 500, headers, b'{"type":"/problems/fault","title":"planted","status":500}'
    return status, headers, body


def kind(method, path, status, headers, body):
    """An answer of another kind than the description says."""
    if path == "/api/v1/checks" and status == 422:
        headers["content-type"] = "text/html"
    return status, headers, body


def form(method, path, status, headers, body):
    """An answer in which something is missing that the description promises."""
    if path.startswith("/api/v1/documents?") or path == "/api/v1/documents":
        if method == "GET" and status == 200:
            body = json.dumps({"next": "seven"}).encode()
    return status, headers, body


def undocumented(method, path, status, headers, body):
    """A status that the description does not name."""
    return (418 if method == "GET" and path.startswith("/api/v1/status") and status == 422 else status), headers, body


def nothing(method, path, status, headers, body):
    """Spoils nothing: what is found here would be found by mistake."""
    return status, headers, body


FAULTS = {
    # name: (what spoils, what the finding is called, on which path)
    "nothing": (nothing, None, "/api/v1/documents"),
    "fault": (fault, "Server error", "/api/v1/documents/{reference}"),
    "kind": (kind, "Undocumented Content-Type", "/api/v1/checks"),
    "form": (form, "Response violates schema", "/api/v1/documents"),
    "undocumented": (undocumented, "Undocumented status code", "/api/v1/status"),
    "unguarded": (None, "without authentication", "/api/v1/documents"),
}


def serve(address, name, token):
    """Starts the server in front of `address` and answers it; it ends with the process."""
    spoil = FAULTS[name][0]

    class Front(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self):
            length = int(self.headers.get("content-length") or 0)
            sent = self.rfile.read(length)
            headers = {key: value for key, value in self.headers.items() if key.lower() != "host"}
            if spoil is None and not any(key.lower() == "authorization" for key in headers):
                headers |= {"Authorization": f"Bearer {token}", "Puebla-Purpose": "border_control"}
            behind = http.client.HTTPConnection(address, timeout=60)
            behind.request(self.command, self.path, sent, headers)
            answer = behind.getresponse()
            body = answer.read()
            drop = {"transfer-encoding", "content-length", "connection"}
            kept = {key.lower(): value for key, value in answer.getheaders() if key.lower() not in drop}
            status = answer.status
            if spoil:
                status, kept, body = spoil(self.command, self.path, status, kept, body)
            self.send_response(status)
            for key, value in kept.items():
                self.send_header(key, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def __getattr__(self, name):
            # Whatever method there is or will be.
            if name.startswith("do_"):
                return self.handle_any
            raise AttributeError(name)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Front)
    server.daemon_threads = True
    return server
