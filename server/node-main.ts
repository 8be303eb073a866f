import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readFileOfClient } from './client-files.ts';
import { nodeEnvironment } from './node-environment.ts';
import { startServer } from './server.ts';

// The transport is the one that the client names on the command line: --stdio, --node-ipc, --pipe or --socket.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, nodeEnvironment(readFileOfClient(connection)));
