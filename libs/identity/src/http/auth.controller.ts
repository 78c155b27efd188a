import '@fastify/cookie';
import { Commands, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { csrfTokenOf, endSessions } from '../auth/sessions.js';
import { type Opened, SignIn } from '../auth/sign-in.js';
import { readPerson } from '../people.query.js';
import { SESSION_COOKIE } from './auth.guard.js';
import { type Call, CurrentCall, requireSignedIn } from './call.js';
import { ChangePasswordDto, LoginDto, SessionView, TokenView } from './identity.dto.js';
import { Route } from './route.decorator.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('login')
  @Route('login', { summary: '로그인', answers: TokenView })
  async login(
    @CurrentCall() call: Call,
    @Body() body: LoginDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenView> {
    return answer(reply, await this.signIn.login(body.username, body.password, String(call.requestId)));
  }

  @Get('session')
  @Route('getSession', { summary: '내 계정과 권한', answers: SessionView })
  session(@CurrentCall() call: Call): Promise<SessionView> {
    const { session, person } = requireSignedIn(call);
    return this.queries.run(async ({ manager }) => ({
      person: await readPerson(manager, person.id),
      csrfToken: csrfTokenOf(session),
      expiresAt: session.expiresAt,
    }));
  }

  @Post('session/rotation')
  @Route('rotateSession', { summary: '토큰 교체', answers: TokenView })
  async rotate(@CurrentCall() call: Call, @Res({ passthrough: true }) reply: FastifyReply): Promise<TokenView> {
    return answer(reply, await this.signIn.rotate(requireSignedIn(call), String(call.requestId)));
  }

  @Post('password')
  @Route('changePassword', { summary: '비밀번호 변경', answers: TokenView })
  async changePassword(
    @CurrentCall() call: Call,
    @Body() body: ChangePasswordDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenView> {
    return answer(
      reply,
      await this.signIn.changePassword(
        requireSignedIn(call),
        body.currentPassword,
        body.newPassword,
        String(call.requestId),
      ),
    );
  }

  @Post('logout')
  @Route('logout', { summary: '로그아웃', status: 204 })
  async logout(@CurrentCall() call: Call, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { person, session } = requireSignedIn(call);
    await this.commands.run(call, (tx) => endSessions(tx.manager, person.id, session.id));
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}

/** Sets the cookie and answers the token. */
function answer(reply: FastifyReply, opened: Opened): TokenView {
  const { session, person } = opened.signedIn;
  void reply.setCookie(SESSION_COOKIE, opened.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    expires: new Date(session.expiresAt),
  });
  return {
    accessToken: opened.token,
    csrfToken: csrfTokenOf(session),
    expiresAt: session.expiresAt,
    mustChangePassword: person.mustChangePassword,
  };
}
