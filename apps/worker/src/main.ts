import 'reflect-metadata';
import { main } from './start.js';

void main();
