"""The addresses of signing in and of one's own account. Those of allauth are named one by one."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from areasend.people import views

#: The first page, where no room has one.
first = path("", views.home, name="home")

urlpatterns = [
    path("sign-in", account.login, name="account_login"),
    path("sign-out", account.logout, name="account_logout"),
    path("sign-in/second-step", mfa.authenticate, name="mfa_authenticate"),
    path("set-password/<uidb64>/<token>", views.set_password, name="set-password"),
    path("account", mfa.index, name="mfa_index"),
    path("account/again", account.reauthenticate, name="account_reauthenticate"),
    path("account/again/code", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/again/passkey",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/password", account.password_change, name="account_change_password"),
    path("account/code", totp.activate_totp, name="mfa_activate_totp"),
    path("account/code/remove", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/spare-codes", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/spare-codes/new", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    # The page of one's account lists them.
    path("account/passkeys", views.passkeys_listed, name="mfa_list_webauthn"),
    path("account/passkeys/new", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/remove", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]
