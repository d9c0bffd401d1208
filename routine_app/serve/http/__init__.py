"""The server: its socket, its headers, who may connect and what is refused."""
