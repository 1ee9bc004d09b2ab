-- Neovim as a client of the server: does what an author does, writes what the author sees as JSON.
-- Arguments: folder with the settings, the server's command, the catalogue, names of a project and a concept in it.
local settings, command, folder, project, concept = unpack(arg)
local patience = 30000

vim.opt.runtimepath:prepend(settings)
vim.lsp.config("agendakit", { cmd = { command, "lsp" } })
vim.lsp.enable("agendakit")
vim.cmd.cd(folder)
vim.cmd.filetype("on")

local seen = {}

local function wait(words, condition)
  if not vim.wait(patience, condition, 20) then
    error("waited in vain for " .. words)
  end
end

local function rules(buffer)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    found[one.code] = { line = one.lnum, from = one.col, to = one.end_col }
  end
  return found
end

local function line_of(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    if line:find(text, 1, true) then
      return number
    end
  end
  error("no line has " .. text)
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, patience) or {}
  for _, answer in pairs(answers) do
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
end

local function here(text, column)
  vim.api.nvim_win_set_cursor(0, { line_of(text), column })
  return vim.lsp.util.make_position_params(0, vim.lsp.get_clients({ bufnr = 0 })[1].offset_encoding)
end

vim.cmd.edit(project)
wait("the client", function()
  return #vim.lsp.get_clients({ bufnr = 0 }) > 0
end)
seen.client = vim.lsp.get_clients({ bufnr = 0 })[1].name

-- Type a mistake behind an emoji; Neovim counts columns in bytes.
local at = line_of("addresses: [transfer]")
vim.api.nvim_buf_set_lines(0, at - 1, at, true, { 'addresses: ["😀", transfer]' })
wait("a diagnostic", function()
  return rules(0)["invalid-value"] ~= nil
end)
seen.mistake = rules(0)["invalid-value"]
vim.api.nvim_buf_set_lines(0, at - 1, at, true, { "addresses: [transfer]" })
wait("its end", function()
  return rules(0)["invalid-value"] == nil
end)

seen.hover = ask("textDocument/hover", here("id: linear-probes", 10)).contents.value
seen.completion = vim.tbl_map(function(item)
  return item.label
end, ask("textDocument/completion", here("difficulty: first-project", 12)))

-- A fix, applied as the editor does it.
local typo = line_of("id: linear-probes")
vim.api.nvim_buf_set_lines(0, typo - 1, typo, true, { "  - id: linear-prob" })
wait("a dangling reference", function()
  return rules(0)["dangling-reference"] ~= nil
end)
here("id: linear-prob", 10)
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action)
    return action.title == "Write `linear-probes`"
  end,
})
wait("the fix", function()
  return pcall(line_of, "id: linear-probes")
end)

-- A rename reaches files that are not open, and the file itself.
here("id: linear-probes", 10)
vim.lsp.buf.rename("probes-that-are-linear")
wait("the rename", function()
  return pcall(line_of, "id: probes-that-are-linear")
end)
wait("the file", function()
  return vim.uv.fs_stat((concept:gsub("linear%-probes", "probes-that-are-linear"))) ~= nil
end)
vim.cmd.wall()
wait("an end of all errors", function()
  return vim.tbl_isempty(vim.diagnostic.get(nil, { severity = { min = vim.diagnostic.severity.WARN } }))
end)
seen.left = vim.uv.fs_stat(concept) ~= nil

local log = vim.lsp.log.get_filename()
seen.log = vim.uv.fs_stat(log) and table.concat(vim.fn.readfile(log), "\n") or ""
io.stderr:write("seen: " .. vim.json.encode(seen))
vim.cmd("qall!")
