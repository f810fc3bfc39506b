import { Component, type ReactNode } from 'react';
import { CannotStart } from './CannotStart';

/** Shows a way out instead of an empty page when a component fails. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <CannotStart /> : this.props.children;
  }
}
