import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiTokenEntity } from './api-token.entity';
import { AuthController } from './auth.controller';
import { AuthGuard } from './auth.guard';
import { AuthService } from './auth.service';
import { FirstAdmin } from './first-admin';
import { KnownDevices } from './known-devices';
import { LoginThrottle } from './login-throttle';
import { SessionEntity } from './session.entity';
import { SessionService } from './session.service';
import { SessionsController } from './sessions.controller';
import { TokenService } from './token.service';
import { UserEntity } from './user.entity';
import { UserRepository } from './user.repository';
import { UserService } from './user.service';
import { UsersController } from './users.controller';

@Module({
  imports: [TypeOrmModule.forFeature([ApiTokenEntity, SessionEntity, UserEntity])],
  controllers: [AuthController, SessionsController, UsersController],
  providers: [
    AuthService,
    FirstAdmin,
    KnownDevices,
    LoginThrottle,
    SessionService,
    TokenService,
    UserRepository,
    UserService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
export class AuthModule {}
