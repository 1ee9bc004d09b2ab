-- Neovim 0.11 or newer: put this file into ~/.config/nvim/lsp/ and `vim.lsp.enable("agendakit")` into init.lua.
return {
  cmd = { "agendakit", "lsp" },
  filetypes = { "markdown" },
  root_markers = { "agendakit.toml" },
  workspace_required = true,
}
