"""Addresses of sign-in and of one's own account. The library's names, of which only these pages are wanted."""

from allauth.account import views as allauth
from django.urls import path, re_path

from accounts import views

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="account_login"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("sign-up/", allauth.signup, name="account_signup"),
    path("closed/", allauth.account_inactive, name="account_inactive"),
    path("me/", views.profile, name="profile"),
    path("me/lists/", views.saved_lists, name="saved_lists"),
    path("me/lists/new/", views.saved_list_new, name="saved_list_new"),
    path("me/lists/<int:pk>/edit/", views.saved_list_edit, name="saved_list_edit"),
    path("me/lists/<int:pk>/delete/", views.saved_list_delete, name="saved_list_delete"),
    path("me/password/", views.ChangePassword.as_view(), name="account_change_password"),
    path("password/", views.ForgottenPassword.as_view(), name="account_reset_password"),
    path("password/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    path("password/changed/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
]
