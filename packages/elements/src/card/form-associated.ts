import { LitElement } from 'lit';

/** What HTML expects of an element that is a control of the form around it (HTML, "form-associated custom elements"). */
export abstract class FormAssociated extends LitElement {
  static readonly formAssociated = true;

  protected readonly internals = this.attachInternals();
  /** The form is only asking: nothing is to be shown. */
  protected isAsking = false;

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the form around the element may be submitted. Shows nothing. */
  checkValidity(): boolean {
    this.isAsking = true;
    const isValid = this.internals.checkValidity();
    this.isAsking = false;
    return isValid;
  }

  reportValidity(): boolean {
    return this.checkValidity() || this.validate();
  }

  /** Shows every error and leads to it. */
  abstract validate(): boolean;

  /** Presses the form's first submit button, as Enter does in any field (HTML, "implicit submission"). */
  protected submitForm(): void {
    const { form } = this;
    const button = [...(form?.elements ?? [])].find((element): element is HTMLButtonElement =>
      element.matches('[type=submit], [type=image], button:not([type])'),
    );
    // One that is disabled keeps the form back.
    if (button) button.click();
    else form?.requestSubmit();
  }
}
