import { BaseLanguageClient, type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient';

/**
 * A client over whatever `connect` opens; it is called anew for each start. The clients that the library has for Node
 * and for the browser can do more, and carry what that needs.
 */
export class DumpClient extends BaseLanguageClient {
	readonly #connect: () => Promise<MessageTransports>;

	constructor(options: LanguageClientOptions, connect: () => Promise<MessageTransports>) {
		super('warraq', 'Warraq', options);
		this.#connect = connect;
	}

	protected override createMessageTransports(_encoding: string): Promise<MessageTransports> { return this.#connect(); }
}
