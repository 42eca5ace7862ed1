/**
 * Types, annotations, permissions and pure rules shared by the Fabrique plugins.
 *
 * @packageDocumentation
 */

export * from './annotation';
export * from './branch';
export * from './annotations';
export * from './environment';
export * from './failure';
export * from './fleet';
export * from './integrations';
export * from './localizedText';
export * from './names';
export * from './overview';
export * from './permissions';
export * from './resources';
export * from './searchDocument';
export * from './timeSeries';
export * from './transverseServices';
export * from './verdict';
export * from './verdictWords';
