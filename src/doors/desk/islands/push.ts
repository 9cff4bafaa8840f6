// Lets a browser be told: adds it to the channels, and asks it for its address when it is chosen.
// Without this the page works for all other channels.

const form = document.querySelector<HTMLFormElement>("form[data-push-key]");
const canPush = "serviceWorker" in navigator && "PushManager" in globalThis;

if (form !== null && canPush) offer(form);

function offer(form: HTMLFormElement): void {
  const channel = form.querySelector<HTMLSelectElement>('select[name="channel"]');
  const address = form.querySelector<HTMLInputElement>('input[name="address"]');
  if (channel === null || address === null) throw new Error("a form without its fields");
  channel.append(new Option(form.dataset["push"], "push"));
  const isPush = (): boolean => channel.value === "push";
  channel.addEventListener("change", () => {
    address.required = !isPush();
    address.disabled = isPush();
  });
  form.addEventListener("submit", (event) => {
    if (!isPush()) return;
    event.preventDefault();
    subscribe(form).then(
      () => form.submit(),
      () => tell(form, form.dataset["noService"] ?? ""),
    );
  });
}

async function subscribe(form: HTMLFormElement): Promise<void> {
  if ((await Notification.requestPermission()) !== "granted") {
    tell(form, form.dataset["notAllowed"] ?? "");
    return new Promise(() => undefined);
  }
  await navigator.serviceWorker.register("/notices-worker.js");
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: form.dataset["pushKey"] ?? "",
  });
  const { endpoint, keys } = subscription.toJSON();
  fill(form, "endpoint", endpoint);
  fill(form, "p256dh", keys?.["p256dh"]);
  fill(form, "auth", keys?.["auth"]);
}

function fill(form: HTMLFormElement, name: string, value: string | undefined): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (field !== null) field.value = value ?? "";
}

function tell(form: HTMLFormElement, text: string): void {
  const said = form.querySelector("[data-said]");
  if (said !== null) said.textContent = text;
}
