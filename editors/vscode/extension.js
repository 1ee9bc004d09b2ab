"use strict";

const { spawn } = require("node:child_process");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const INSTALL = "Install it with `pip install 'agendakit[lsp]'`, or name the program in the setting `agendakit.command`.";

let client;

// Why the server cannot start, in a sentence; empty where it can. The client's own words would speak of connections,
// ENOENT and EPIPE.
function hindrance([command, ...args]) {
  return new Promise((resolve) => {
    const program = spawn(command, [...args, "--check"], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    program.stderr.on("data", (words) => (said += words));
    program.on("error", () => resolve(`\`${command}\` could not be started. ${INSTALL}`));
    program.on("close", (code) => resolve(code ? lastLine(said) || `\`${command}\` ends with ${code}. ${INSTALL}` : ""));
  });
}

function lastLine(said) {
  return said.trim().split("\n").at(-1).replace(/^Error: /, "");
}

async function start() {
  const command = vscode.workspace.getConfiguration("agendakit").get("command");
  const words = await hindrance(command);
  if (words) {
    vscode.window.showErrorMessage(words);
    return;
  }
  const [program, ...args] = command;
  client = new LanguageClient(
    "agendakit",
    "agendakit",
    { command: program, args },
    {
      documentSelector: [
        { scheme: "file", language: "markdown" },
        { scheme: "file", pattern: "**/papers.json" },
        { scheme: "file", pattern: "**/{agendakit,pyproject}.toml" },
      ],
    },
  );
  await client.start();
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("agendakit.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("agendakit.command")) restart();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
