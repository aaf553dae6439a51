import { CreateUserDto, type Page, UpdateUserDto, UserDto } from '@bantubayar/shared';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited';
import { IdPipe } from '../common/id.pipe';
import { Answers, Errors } from '../openapi/decorators';
import { TakesPassword } from './password-turn';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { UserService } from './user.service';

@ApiTags('auth')
@RequireScope('admin')
@Controller('auth/users')
export class UsersController {
  constructor(private readonly users: UserService) {}

  @Get()
  @Answers(200, 'Pengguna', [UserDto])
  @Errors(401, 403)
  async list(): Promise<Page<UserDto>> {
    return { items: await this.users.list(), nextCursor: null };
  }

  @Post()
  @TakesPassword()
  @Audited('user_created')
  @Answers(201, 'Pengguna baru', UserDto)
  @Errors(400, 401, 403, 409, 429)
  create(@Body() body: CreateUserDto): Promise<UserDto> {
    return this.users.create(body);
  }

  @Patch(':id')
  @TakesPassword()
  @Audited('user_updated')
  @Answers(200, 'Pengguna sudah diubah; kata sandi baru mengakhiri sesinya', UserDto)
  @Errors(400, 401, 403, 404, 409, 429)
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
  @Answers(204, 'Pengguna dihapus, sesinya berakhir')
  @Errors(400, 401, 403, 404, 409)
  remove(@Param('id', IdPipe) id: string, @Asker() asker: Principal): Promise<UserDto> {
    return this.users.remove(id, asker);
  }
}
