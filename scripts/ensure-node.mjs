// Says plainly when this Node is too old. Imported first by every script, and written so that old Nodes can still read it.

const NEEDED = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Unknot needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. ` +
      'Please install a newer one (24 is a good choice) from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}
