//! `cargo xtask serve`: builds the widget and serves it on this machine.

use std::net::{Ipv4Addr, TcpListener};

use crate::Outcome;
use crate::order::Serving;
use crate::setup::{self, Purpose};
use crate::workspace::Workspace;

/// How many ports are tried before giving up.
const TRIES: u16 = 50;

/// Sets up, says where the widget will be, and hands over to Trunk, which builds, serves and watches.
pub(crate) fn serve(home: &Workspace, how: &Serving) -> Outcome {
    setup::all(home, Purpose::Serve)?;
    let port = free_port(how.port)?;
    println!("Serving on http://127.0.0.1:{port}/ once it is built; Ctrl+C ends it\n");
    let mut trunk = home.trunk();
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    if !how.debug {
        // Without its script for reloading, Trunk serves what ships, to the byte.
        trunk.args(["--release", "--no-autoreload", "true"]);
    }
    trunk.take_over()
}

/// The first port from `wanted` on that nobody listens on.
fn free_port(wanted: u16) -> Outcome<u16> {
    let last = wanted.saturating_add(TRIES - 1);
    for port in wanted..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(_) => return Ok(port),
            Err(why) if port < last => {
                println!("Port {port} is taken ({why}); trying {}", port + 1);
            }
            Err(_) => {}
        }
    }
    Err(format!(
        "no port from {wanted} to {last} is free; name another with `--port`"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() -> std::io::Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        assert_ne!(free_port(port), Ok(port));
        Ok(())
    }

    #[test]
    fn the_last_port_is_the_end() {
        assert!(free_port(u16::MAX).is_ok_and(|port| port == u16::MAX));
    }
}
