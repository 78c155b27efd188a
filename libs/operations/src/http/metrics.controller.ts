import { type Call, CurrentCall, Route } from '@daegaejo/identity';
import { JobMeter, Queries } from '@daegaejo/platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readMetrics } from '../metrics.query.js';

@ApiTags('operations')
@Controller()
export class MetricsController {
  constructor(
    private readonly queries: Queries,
    private readonly meter: JobMeter,
  ) {}

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Route('getMetrics', { summary: '지표(Prometheus 형식)' })
  metrics(@CurrentCall() call: Call): Promise<string> {
    return this.queries.run((reading) => readMetrics(reading, call, this.meter));
  }
}
