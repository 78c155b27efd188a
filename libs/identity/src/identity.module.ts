import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Sessions } from './auth/sessions.js';
import { SignIn } from './auth/sign-in.js';
import { AuthController } from './http/auth.controller.js';
import { AuthGuard } from './http/auth.guard.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { PeopleController } from './http/people.controller.js';

@Module({
  controllers: [AuthController, OrganisationsController, PeopleController],
  providers: [Sessions, SignIn, { provide: APP_GUARD, useClass: AuthGuard }],
})
export class IdentityModule {}
