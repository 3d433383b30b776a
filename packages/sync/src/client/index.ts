// The door of client: keeps a device in step with a server, and the other calls to that server.

export { type RunningExchange, type SyncStatus, startExchange } from './exchange.ts';
export type {
  Effect,
  Exchange,
  Failure,
  Input,
  Step,
  Trouble,
} from './machine.ts';
export type { Device, Failed, Progress, Surroundings, Wire } from './ports.ts';
export {
  type Capabilities,
  capabilitiesOf,
  type Fetch,
  fetchShare,
  type Reminders,
  type Server,
  type ServerOptions,
  serverAt,
} from './server.ts';
