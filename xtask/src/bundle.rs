//! `cargo xtask build`: the finished widget in `dist/`.

use crate::Outcome;
use crate::budget;
use crate::run::Program;
use crate::setup::{self, Purpose};
use crate::workspace::Workspace;

impl Workspace {
    /// Trunk, which is kept from asking the network for a newer version of itself.
    pub(crate) fn trunk(&self) -> Program {
        let mut trunk = self.program("trunk");
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
        trunk
    }
}

/// Sets up, builds, and shows what each part weighs; `base` is where the site will be. The budget is not enforced here: `budget` does that.
pub(crate) fn build(home: &Workspace, base: Option<&str>) -> Outcome {
    setup::all(home, Purpose::Serve)?;
    let mut trunk = home.trunk();
    if let Some(base) = base {
        trunk.env("CLIENTELE_BASE_URL", base);
    }
    trunk.args(["build", "--release"]).run()?;
    budget::show(home).map(|_| ())
}

/// Builds for release into `dist/`.
pub(crate) fn release(home: &Workspace) -> Outcome {
    home.trunk().args(["build", "--release"]).run()
}
