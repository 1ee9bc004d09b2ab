//! Starts `agendakit lsp` for the Markdown of a worktree.

use zed_extension_api as zed;

struct Agendakit;

impl zed::Extension for Agendakit {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree
            .which("agendakit")
            .ok_or("agendakit is not on the PATH. Install it with: pip install 'agendakit[lsp]'")?;
        Ok(zed::Command {
            command,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Agendakit);
