//! Who hands out the memory: a smaller allocator than Rust's own for WebAssembly, and as quick.
//! ARCHITECTURE.md says what it saves.

use rlsf::SmallGlobalTlsf;

#[global_allocator]
static MEMORY: SmallGlobalTlsf = SmallGlobalTlsf::new();
