"""A connection of its own that times answers, without the client's own work: making the request comes before,
reading what the answer says after."""
import socket
import time


class Stopwatch:
    def __init__(self, house, cookie):
        self.wire = socket.create_connection(("127.0.0.1", house.port), timeout=600)
        self.wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.heads = {"Host": f"127.0.0.1:{house.port}", "Origin": house.url, "Cookie": cookie,
                      "Content-Type": "application/json"}  # fmt: skip

    def milliseconds(self, method, path, body, headers):
        """From the last byte sent until the whole answer is there."""
        heads = {**self.heads, "Content-Length": str(len(body)), **headers}
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in heads.items()), "", ""]
        self.wire.sendall("\r\n".join(lines).encode() + body)
        began = time.perf_counter()
        answer = self.whole_answer()
        passed = 1000 * (time.perf_counter() - began)
        if not answer.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(f"{method} {path}: {answer.decode()}")
        return passed

    def whole_answer(self):
        answer = b""
        while (length := self.length(answer)) is None or len(answer) < length:
            more = self.wire.recv(1 << 18)
            if not more:
                raise RuntimeError(f"The server hung up after {answer!r}")
            answer += more
        return answer

    @staticmethod
    def length(answer):
        """Of the head and the body together; None before the head is there."""
        head, end, _ = answer.partition(b"\r\n\r\n")
        if not end:
            return None
        _, _, rest = head.lower().partition(b"\r\ncontent-length:")
        return len(head) + len(end) + int(rest.partition(b"\r\n")[0])

    def close(self):
        self.wire.close()
