import {
  ErrorRequestHandler,
  RequestHandler,
  Request,
  Response,
} from 'express';

/** An answer of Azure Resource Manager that says why not. */
export class ArmError extends Error {
  constructor(
    readonly httpStatus: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ArmError';
  }
}

/** 404 for a resource that is not there. */
export function resourceNotFound(type: string, name: string): ArmError {
  return new ArmError(
    404,
    'ResourceNotFound',
    `The Resource '${type}/${name}' under resource group 'fabrique' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

/** Writes an error the way Azure does. */
export const answerArmError: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof ArmError)) {
    next(error);
    return;
  }
  res
    .status(error.httpStatus)
    .json({ error: { code: error.code, message: error.message } });
};

/** Lets an asynchronous handler's failure reach the error handler, which Express 4 does not do. */
export function route(
  handler: (req: Request, res: Response) => Promise<void> | void,
): RequestHandler {
  return (req, res, next) => {
    Promise.resolve()
      .then(() => handler(req, res))
      .catch(next);
  };
}
