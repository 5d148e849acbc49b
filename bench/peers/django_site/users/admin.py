from django.contrib import admin
from import_export.admin import ImportExportModelAdmin

from .models import User
from .resources import UserResource


@admin.register(User)
class UserAdmin(ImportExportModelAdmin):
    resource_classes = [UserResource]
    list_display = ("name", "email", "role", "created_at")
    search_fields = ("name", "email")
