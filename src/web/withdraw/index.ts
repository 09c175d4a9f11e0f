import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { guestRoutes } from './guest.ts';
import { orderWithdrawRoutes } from './order.ts';

/** The withdrawal function (Directive 2011/83/EU, Article 11a), for whoever has an order open and for anybody else. */
export function withdrawRoutes(app: Hono, site: Site): void {
  guestRoutes(app, site);
  orderWithdrawRoutes(app, site);
}
