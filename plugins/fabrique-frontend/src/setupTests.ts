import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Extensions and charts are loaded on demand, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);
