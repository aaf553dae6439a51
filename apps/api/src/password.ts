import 'reflect-metadata';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { AuditRepository } from './audit/audit.repository';
import { hashPassword } from './auth/password';
import { newSecret } from './auth/secret';
import { SessionEntity } from './auth/session.entity';
import { UserEntity } from './auth/user.entity';
import { UserRepository } from './auth/user.repository';
import { canonicalEmail, passwordProblem } from './config/password-rules';
import { StartError } from './config/start-error';
import { connectDatabase } from './database/connect';
import { databaseOptions } from './database/database.options';
import { runProgram } from './run-program';

const USAGE = `Usage: npm run password -- --email ADDRESS [--stdin]
  Gives a person a new password, a random one that is shown once, and ends the person's sessions.
  --stdin  the password is the first line of the standard input, and is not shown`;
const RANDOM_LENGTH = 16;

/** A new password from the terminal, for whoever has no admin left to ask. */
async function main(): Promise<void> {
  const { email, stdin } = readOptions();
  const given = stdin ? await firstLine() : null;
  const problem = given !== null && passwordProblem(given, email);
  if (problem) throw new StartError(`This password is refused: it ${problem.en}.`);
  const dataSource = await connectDatabase({ ...databaseOptions, entities: [SessionEntity, UserEntity] });
  try {
    const password = given ?? newSecret().slice(0, RANDOM_LENGTH);
    const { nama, ended } = await setPassword(dataSource, email, password);
    console.log(
      `New password for ${nama} (${email})${given === null ? `: ${password}   (shown only once: keep it)` : '.'}`,
    );
    console.log(`${ended} ${ended === 1 ? 'session' : 'sessions'} ended; other people's go on.`);
  } finally {
    await dataSource.destroy();
  }
}

function readOptions(): { email: string; stdin: boolean } {
  try {
    const { values } = parseArgs({
      options: { email: { type: 'string' }, stdin: { type: 'boolean', default: false } },
    });
    if (!values.email?.trim()) throw new Error('--email is missing: whose password is it?');
    return { email: canonicalEmail(values.email), stdin: values.stdin };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  throw new StartError('--stdin: the standard input is empty, it has to hold the password.');
}

/** As the settings page does it: noted before it is done, and with it the sessions end. */
async function setPassword(
  dataSource: DataSource,
  email: string,
  password: string,
): Promise<{ nama: string; ended: number }> {
  const [users, audit] = [new UserRepository(dataSource), new AuditRepository(dataSource)];
  const user = await users.findByEmail(email);
  if (!user) throw new StartError(`Nobody signs in as ${email}. ${namesOf(await users.all())}`);
  const { id, nama } = user;
  const ended = await dataSource.getRepository(SessionEntity).countBy({ userId: id });
  const actor = `${userInfo().username} (terminal)`;
  const entry = await audit.begin({ actor, actorKind: 'user', action: 'user_updated', target: String(id) });
  await users.change(id, { passwordHash: await hashPassword(password) });
  await audit.complete(entry, { target: String(id), details: { nama, password: '…' } });
  return { nama, ended };
}

function namesOf(users: UserEntity[]): string {
  const admins = users.filter(({ role }) => role === 'admin').map(({ email }) => email);
  return admins.length > 0
    ? `Admins are: ${admins.join(', ')}`
    : 'There is nobody yet: start Bantubayar first.';
}

runProgram(main);
