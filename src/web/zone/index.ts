import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { ordersRoute } from './orders.ts';

/** What a customer has of their own beside each order: all of them. */
export function zoneRoutes(app: Hono, site: Site): void {
  ordersRoute(app, site);
}
