import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashSecret, newSecret } from './secret';

export const DEVICE_COOKIE = 'bantubayar_device';
export const DEVICE_MS = 365 * 24 * 3_600_000;

/** Browsers in which somebody has signed in before: they hold a secret that signs nobody in, but tells them from strangers. */
@Injectable()
export class KnownDevices {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether this account was signed in on the device before. */
  async knows(secret: string, email: string): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(
      `SELECT 1 FROM known_device JOIN app_user ON app_user.id = known_device.user_id
       WHERE secret_hash = ? AND email = ? AND known_device.created_at > UTC_TIMESTAMP(3) - INTERVAL ? SECOND`,
      [hashSecret(secret), email, DEVICE_MS / 1000],
    );
    return rows.length > 0;
  }

  /** Answers the secret for the device to keep. */
  async remember(userId: string): Promise<string> {
    const secret = newSecret();
    await this.dataSource.query(
      'DELETE FROM known_device WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND',
      [DEVICE_MS / 1000],
    );
    await this.dataSource.query(
      'INSERT INTO known_device (secret_hash, user_id, created_at) VALUES (?, ?, UTC_TIMESTAMP(3))',
      [hashSecret(secret), userId],
    );
    return secret;
  }
}
