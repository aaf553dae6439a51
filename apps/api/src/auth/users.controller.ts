import { CreateUserDto, type Page, UpdateUserDto, UserDto } from '@bantubayar/shared';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { IdPipe } from '../common/id.pipe';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { TakesPassword } from '../common/password-turn';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { UserService } from './user.service';

@RequireScope('admin')
@Controller('auth/users')
export class UsersController {
  constructor(private readonly users: UserService) {}

  @Get()
  @Operation('listUsers', 'List the people who may sign in')
  @Answers('Everybody', [UserDto])
  async list(): Promise<Page<UserDto>> {
    return { items: await this.users.list(), nextCursor: null };
  }

  @Post()
  @TakesPassword()
  @Audited('user_created')
  @Operation('createUser', 'Let somebody sign in')
  @Answers('The new person', UserDto)
  @Errors('email_taken')
  create(@Body() body: CreateUserDto): Promise<UserDto> {
    return this.users.create(body);
  }

  @Patch(':id')
  @TakesPassword()
  @Audited('user_updated')
  @Operation('updateUser', 'Change a person', 'A new password ends the person’s sessions.')
  @Answers('The person as they are now', UserDto)
  @Errors('not_found', 'last_admin', 'own_account')
  update(
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateUserDto,
    @Asker() asker: Principal,
  ): Promise<UserDto> {
    return this.users.update(id, body, asker);
  }

  @Delete(':id')
  @Audited('user_deleted')
  @HttpCode(204)
  @Operation('deleteUser', 'Delete a person', 'Their sessions end, and their tokens are gone.')
  @Answers('Deleted')
  @Errors('not_found', 'last_admin', 'own_account')
  remove(@Param('id', IdPipe) id: string, @Asker() asker: Principal): Promise<UserDto> {
    return this.users.remove(id, asker);
  }
}
