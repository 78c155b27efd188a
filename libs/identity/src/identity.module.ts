import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Sessions } from './auth/sessions.js';
import { SignIn } from './auth/sign-in.js';
import { AuthController } from './http/auth.controller.js';
import { AuthGuard, SCRAPE_TOKEN } from './http/auth.guard.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { PeopleController } from './http/people.controller.js';

@Module({})
export class IdentityModule {
  /** `scrapeToken` opens the metrics to whoever collects them. */
  static with(scrapeToken: string | null): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      controllers: [AuthController, OrganisationsController, PeopleController],
      providers: [
        Sessions,
        SignIn,
        { provide: SCRAPE_TOKEN, useValue: scrapeToken },
        { provide: APP_GUARD, useClass: AuthGuard },
      ],
      exports: [Sessions],
    };
  }
}
