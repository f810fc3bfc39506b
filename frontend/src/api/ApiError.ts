import { type ErrorCode, isErrorCode, sentence } from './errorCodes';

/** A request that had no success; `codes` are all that apply. */
export class ApiError extends Error {
  /** The HTTP status, or 0 where no answer came. */
  readonly status: number;
  readonly codes: readonly ErrorCode[];

  constructor(status: number, codes: readonly ErrorCode[]) {
    super(codes.join(', '));
    this.name = 'ApiError';
    this.status = status;
    this.codes = codes;
  }

  /** Reads the answer of the API (an array of codes) or of the gateway before it (an object, so the status counts). */
  static async of(response: Response): Promise<ApiError> {
    const body: unknown = await response.json().catch(() => undefined);
    const codes = Array.isArray(body) ? body.filter(isErrorCode) : [];
    return new ApiError(response.status, codes.length > 0 ? codes : [codeOfStatus(response.status)]);
  }

  /** Whether the same request may well succeed later. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  has(code: ErrorCode): boolean {
    return this.codes.includes(code);
  }
}

function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 404:
      return 'not_found';
    case 413:
      return 'body_too_long';
    case 429:
      return 'too_many_requests';
    case 502:
    case 503:
    case 504:
      return 'unavailable';
    default:
      return status >= 400 && status < 500 ? 'body_invalid' : 'internal_error';
  }
}

/** What to tell people about anything that was thrown. */
export function explain(error: unknown): string {
  return error instanceof ApiError ? error.codes.map(sentence).join(' ') : sentence('internal_error');
}
