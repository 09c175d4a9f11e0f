import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { deviceRoutes } from './device.ts';
import { leaveRoute } from './leave.ts';
import { manifestRoute } from './manifest.ts';
import { offlineRoute } from './offline.ts';
import { startRoute } from './start.ts';
import { workerRoute } from './worker.ts';

/** What makes the pages an app: installed, read without a network, told on a device. */
export function appRoutes(app: Hono, site: Site): void {
  manifestRoute(app, site);
  startRoute(app, site);
  workerRoute(app, site);
  offlineRoute(app, site);
  deviceRoutes(app, site);
  leaveRoute(app, site);
}
