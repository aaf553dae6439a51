import { runModule } from './run-module';

/** What is said on this system when neither server is there. */
const said = (family: string, root: boolean) =>
  runModule(
    `import { runScript } from './launcher-error.mjs';
     import { provide } from './programs.mjs';
     const system = { family: '${family}', root: ${root} };
     await runScript(() => provide(['database', 'queue'], { system, has: () => false }));`,
  );

it.each([
  ['debian', false, 'sudo apt-get install -y --no-install-recommends mariadb-server redis-server'],
  ['fedora', false, 'sudo dnf install -y mariadb-server valkey'],
  ['alpine', true, '  apk add mariadb redis'],
  ['arch', false, 'sudo pacman -S --needed mariadb valkey'],
  ['mac', false, '  brew install mariadb redis'],
  ['windows', false, 'inside WSL'],
  ['other', false, 'the packages of your system'],
])('on %s (root: %s) it gives the command and the Docker way', (family, root, command) => {
  const { status, stderr } = said(family, root);
  expect(status).toBe(1);
  expect(stderr).toContain('This machine lacks a MariaDB or MySQL server and a Redis or Valkey server.');
  expect(stderr).toContain(command);
  expect(stderr).toContain('docker compose --profile demo up');
});

it.each([
  ['ID=debian', 'debian'],
  ['ID=linuxmint\nID_LIKE="ubuntu debian"', 'debian'],
  ['ID="rocky"\nID_LIKE="rhel centos fedora"', 'rhel'],
  ['ID="opensuse-leap"\nID_LIKE="suse opensuse"', 'suse'],
  ['ID=void', 'other'],
])('knows the system by %j', (osRelease, family) => {
  const { stdout } = runModule(
    `import { linuxFamily } from './system.mjs';
     console.log(linuxFamily(${JSON.stringify(osRelease)}));`,
  );
  expect(stdout.trim()).toBe(family);
});
