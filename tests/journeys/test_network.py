"""The guard of all stories sees the network when it is used: then its silence says that it is not."""

import socket

from tests.journeys.conftest import called, open_ports


def test_the_guard_sees_a_name_asked_for_and_a_port_opened() -> None:
    assert open_ports() == set()
    with socket.create_server(("127.0.0.1", 0)):
        assert open_ports()
    socket.getaddrinfo("localhost", 80)
    assert {line.split()[0] for line in called} == {"socket.__new__", "socket.getaddrinfo"}
    called.clear()
