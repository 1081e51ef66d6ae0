import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Metrics {
  registry: Registry
  observe: (route: string, method: string, status: number, ms: number) => void
}

/** Prometheus metrics of one process; `gauges` are read when somebody scrapes. */
export function createMetrics(gauges: Record<string, { help: string; read: () => Promise<number> }>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its reply',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  for (const [name, { help, read }] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  }
  return {
    registry,
    observe: (route, method, status, ms) => durations.observe({ route, method, status: String(status) }, ms / 1000),
  }
}
