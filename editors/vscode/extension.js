"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const INSTALL = "Install it with `pip install 'agendakit[lsp]'`, or name the program in the setting `agendakit.command`.";

let client;

async function start() {
  const [command, ...args] = vscode.workspace.getConfiguration("agendakit").get("command");
  client = new LanguageClient(
    "agendakit",
    "agendakit",
    { command, args },
    {
      documentSelector: [
        { scheme: "file", language: "markdown" },
        { scheme: "file", pattern: "**/papers.json" },
        { scheme: "file", pattern: "**/{agendakit,pyproject}.toml" },
      ],
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(`\`${command}\` could not be started. ${INSTALL}`);
  }
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
