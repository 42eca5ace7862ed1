export * from './AnnotationFinding';
export * from './checkAnnotations';
export * from './declaredAnnotations';
export * from './findingsAnnotation';
export * from './findingWords';
export * from './looksSecret';
export * from './toAnnotationLine';
