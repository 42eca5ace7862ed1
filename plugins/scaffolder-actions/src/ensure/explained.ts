import { describeFailure, isFailureOfSystem } from './describeFailure';

/**
 * Does something beside the resources.
 *
 * @param place - `fabrique:x could not look at y`
 * @param next - what is to be done once the remedy has helped
 * @throws Error naming the place, the cause and what to do, if a system fails; anything else as it is.
 */
export async function explained<T>(
  place: string,
  next: string,
  work: () => Promise<T> | T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isFailureOfSystem(error)) throw error;
    const { cause, remedy } = describeFailure(error);
    throw new Error(`${place}: ${cause}. ${remedy} ${next}`);
  }
}
